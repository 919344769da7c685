"""How soon a save shows in the preview: from the file that is written to the new page in the hand of who asks."""

import http.client
import re
import statistics
import subprocess
import threading
import time


def saves(program, work, count=15):
    """The median of milliseconds from a save of the newest edition of a document to the page with its words."""
    document = max((folder for folder in (work.site / "Content").iterdir() if folder.is_dir()), key=editions_in)
    edition = sorted(document.glob("*.md"))[-1]
    path = f"/{document.name}/{edition.stem}/"
    text = edition.read_text()
    command = [str(program), "serve", "--site", str(work.site), "--as-of", work.as_of, "--previous", "none"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        port = int(re.search(r"127\.0\.0\.1:(\d+)/", process.stdout.readline())[1])
        threading.Thread(target=process.stdout.read, daemon=True).start()
        times = []
        for number in range(count):
            words = f"This is save number {number}."
            page(port, path)
            # What a whole build finds is found meanwhile.
            time.sleep(2)
            start = time.perf_counter()
            edition.write_text(f"{text}\n{words}\n")
            while words not in page(port, path):
                pass
            times.append(1000 * (time.perf_counter() - start))
        return statistics.median(times)
    finally:
        process.kill()
        process.wait()
        edition.write_text(text)


def editions_in(folder):
    return len(list(folder.glob("*.md")))


def page(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    return connection.getresponse().read().decode()
