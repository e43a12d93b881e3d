"""The web app; ``streamlit run ui/app.py`` or ``budget-assistant serve``."""

from ui.web.pages import run

run()
