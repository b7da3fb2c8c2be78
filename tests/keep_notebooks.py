"""Run every notebook and keep it with what it shows, without the times at which its cells ran: `make notebooks`."""

from pathlib import Path

import nbformat
from nbclient import NotebookClient

for path in sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb")):
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=120, kernel_name="python3", record_timing=False).execute()
    nbformat.write(notebook, path)
