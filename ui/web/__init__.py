"""The web page: questions, documents, checks; the only files that know streamlit."""
