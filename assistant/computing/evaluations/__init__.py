"""Self-evaluations: points, what was done beside the target, what was missed and why."""
