"""The machine that the figures belong to."""

import os
import platform
import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = ("firsthand", "onnxruntime", "tokenizers", "numpy", "spacy", "textacy")


def describe_machine() -> dict[str, str | int | None]:
    """Processor, cores, Python, and the versions of what was measured (None: not installed)."""
    return {
        "cpu": cpu_model(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        **{name: package_version(name) for name in PACKAGES},
    }


def cpu_model(cpuinfo: Path = Path("/proc/cpuinfo")) -> str:
    """The processor's name, or its architecture where the system doesn't say."""
    text = cpuinfo.read_text(encoding="utf-8") if cpuinfo.exists() else ""
    match = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    return match.group(1).strip() if match else platform.machine()


def package_version(name: str) -> str | None:
    """The installed version."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None
