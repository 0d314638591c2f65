"""The fixture `standin`: a stand-in for SMSC.ru, whose clock moves when the test says so."""

import json
import os
import subprocess
from urllib.request import urlopen

import pytest


class Standin:
    def __init__(self):
        command = [os.environ.get("SMSC", "smsc"), "serve", "--frozen", "--listen", "127.0.0.1:0"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        # The line is printed once the stand-in is ready: listening on http://127.0.0.1:PORT
        self.url = self.process.stdout.readline().split()[-1]

    def advance(self, time):
        urlopen(f"{self.url}/control", json.dumps({"advance": time}).encode()).close()

    def stop(self):
        self.process.terminate()
        self.process.communicate()


@pytest.fixture
def standin():
    standin = Standin()
    yield standin
    standin.stop()
