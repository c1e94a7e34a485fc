"""Documents as values, printed as HTML, DOCX and PDF: letters to travellers, reports to the public and to the Council.

Whoever builds a `document.Document` says what stands in it; `html_page.html`, `word_file.docx` and `pdf_file.pdf` say
how it looks. The same values give the same bytes: no clock is read, every date is given. All text is data on its way
through: no input can become markup. English, French, Spanish, Russian, Chinese and Arabic (set from the right).
"""
