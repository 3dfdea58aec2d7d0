"""The workshop screen: own widgets for Voila and JupyterLab."""
