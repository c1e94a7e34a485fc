"""What a State is asked, and what it answers.

Enters: questions and questionnaires as reviewed files (`bank.csv`, `questionnaires/`); answers typed, carried over from
the last cycle, or read from a filled workbook. Leaves: answers in versions, each with who gave it and when; progress;
the report on which questions are worth asking. Words: question (of the bank, the same in every questionnaire),
questionnaire (questions in sections, in a version), answer (a coded or typed value, with remarks), contested (given by
somebody who had not seen the newest one). Invariants: nothing that was answered is overwritten or deleted; a question
is answered once in a cycle, and that answer stands in every questionnaire and for every obligation it is linked to.

Trust: whoever can change the bank can ask a State something else than it believes it answered; the fingerprint kept
with every answer shows it.
"""
