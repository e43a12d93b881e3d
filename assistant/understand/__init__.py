"""From words to spans to a plan, and the account of what no span covers."""
