"""The web app; ``streamlit run ui/app.py`` or ``budget-assistant serve``."""

# Streamlit makes this file the main module, and the processes that read an upload import the main module anew: they
# must not draw a page.
if __name__ == "__main__":
    from ui.web.pages import run

    run()
