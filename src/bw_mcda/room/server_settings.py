"""This file holds how Voila is set: each value differs from Voila's own for a reason."""

from __future__ import annotations

from pathlib import Path

from traitlets.config import Config

from bw_mcda.room.own_kernel import OwnKernelSpecManager

TEMPLATE = "bw_mcda"
JUPYTER_FOLDER = Path(__file__).parent / "jupyter"
"""What Jupyter's search path must hold for our template to be found."""

TWO_HOURS = 7200


def voila_config(notebook: Path, *, port: int, ip: str, token: str | None) -> Config:
    """Return the settings with which Voila shows ``notebook``."""
    return Config(
        {
            "Voila": {
                "notebook_path": str(notebook),
                "port": port,
                "ip": ip,
                "token": token or "",
                "open_browser": False,
                # A voila.json in the folder one happens to stand in must not undo what is set here.
                "config_file_paths": [],
                "log_level": "ERROR",
            },
            "VoilaConfiguration": {
                "template": TEMPLATE,
                # Else `?template=reveal` chooses a page that fetches from elsewhere.
                "allow_template_override": "NO",
                "allow_theme_override": "NO",
                "theme": "light",
                # Voila sends every installed extension: 14 MB instead of 1.4.
                "extension_allowlist": [
                    "@jupyter-widgets/jupyterlab-manager",
                    "@voila-dashboards/widgets-manager8",
                    "anywidget",
                ],
                "show_tracebacks": False,
                # A preheated kernel counts as idle, so culling could take it just before its use.
                "preheat_kernel": False,
                "progressive_rendering": False,
                # Its sign of life is an inline script, which our security policy refuses.
                "http_keep_alive_timeout": 600,
                "kernel_spec_manager_class": OwnKernelSpecManager,
            },
            "VoilaExporter": {"language_code": "nl"},
            # Longer than lunch. Kernels of a browser that was killed go; connected ones stay.
            "MappingKernelManager": {
                "cull_idle_timeout": TWO_HOURS,
                "cull_interval": 60,
                "cull_connected": False,
            },
            "IdentityProvider": {"cookie_options": {"samesite": "Strict"}},
        }
    )
