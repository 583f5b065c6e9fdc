"""Every document."""

from __future__ import annotations

from tests.documents import assemblies, communes, faults

DOCUMENTS = (*communes.DOCUMENTS, *assemblies.DOCUMENTS, *faults.DOCUMENTS)
