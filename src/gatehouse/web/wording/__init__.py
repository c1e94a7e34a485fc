"""The words of the pages in six languages: extracted from templates and code, translated in files, compiled.

Enters: every string that a template or module marks. Leaves: for each language one catalogue that Django reads.
Words: area (a folder of pages; its strings have their own file, so that two people who add words do not meet),
catalogue. Invariants: the language of the source is English; a language that nobody has reviewed says so on every page.

Trust: whoever can change a catalogue can make a page say what it does not mean.
"""
