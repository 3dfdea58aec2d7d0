"""This file holds the one kernel the server starts: the Python that runs the server itself."""

from __future__ import annotations

import logging

from ipykernel.kernelspec import RESOURCES, get_kernel_dict
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager

NAME = "python3"


class OwnKernelSpecManager(KernelSpecManager):
    """Knows one kernel. What else is installed on the machine may be another Python without us."""

    def find_kernel_specs(self) -> dict[str, str]:
        """Return the one name and the folder of its logos."""
        return {NAME: str(RESOURCES)}

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:  # noqa: ARG002 - one for all names
        """Return our own kernel: `sys.executable -m ipykernel_launcher`."""
        spec = get_kernel_dict(extra_arguments=[f"--log-level={logging.ERROR}"])
        return KernelSpec(resource_dir=str(RESOURCES), **spec)
