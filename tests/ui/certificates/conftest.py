"""A practice with certificates to make, and a view that remembers what it was shown."""

import pytest

from tests.services.certificates.practice import House
from tests.ui.desk_double import PlainDesk


class Board:
    """Stands in for the page: keeps states and papers, prints on paper of air."""

    def __init__(self, printer=""):
        self.states, self.papers, self.progress, self.printed = [], [], [], []
        self.registers, self.register_papers = [], []
        self._printer = printer

    @property
    def state(self):
        return self.states[-1]

    @property
    def register(self):
        return self.registers[-1]

    def show_state(self, state):
        self.states.append(state)

    def show_paper(self, pdf):
        self.papers.append(pdf)

    def show_progress(self, done, total):
        self.progress.append((done, total))

    def show_register(self, state):
        self.registers.append(state)

    def show_register_paper(self, pdf):
        self.register_papers.append(pdf)

    def print_papers(self, papers, title, then):
        self.printed += papers
        then(len(papers))

    def printer_name(self):
        return self._printer


@pytest.fixture
def house(tmp_path):
    made = House(tmp_path / "papierwilg.intervisie", documents=tmp_path / "Documenten")
    yield made
    made.store.close()


@pytest.fixture
def board():
    return Board()


@pytest.fixture
def desk(tmp_path):
    return PlainDesk(path=tmp_path / "elders")
