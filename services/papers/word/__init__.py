"""Papers as Word documents. Everything here loads python-docx: import it where it runs."""
