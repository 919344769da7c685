"""What a command costs: time on the clock, CPU time, and the most memory that it held."""

import dataclasses
import os
import statistics
import subprocess
import time


@dataclasses.dataclass(frozen=True)
class Cost:
    """Seconds on the clock, seconds of CPU of all threads, and mebibytes at the peak."""

    wall: float
    cpu: float
    peak: float
    status: int


def cost(command, **options):
    """Runs a command to its end, with what it prints thrown away, and gives what it cost."""
    with open(os.devnull, "wb") as nothing:
        start = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], stdout=nothing, stderr=nothing, **options)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode)


def median(costs):
    """The median of each figure. The status is the worst."""
    return Cost(
        statistics.median(one.wall for one in costs), statistics.median(one.cpu for one in costs),
        statistics.median(one.peak for one in costs), max(one.status for one in costs))


def in_turn(contestants, rounds):
    """Runs each contestant once a round, all in turn, so that what slows the machine slows all of them.

    `contestants` maps a name to a function without arguments that gives a `Cost`."""
    costs = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, run in contestants.items():
            costs[name].append(run())
    return {name: median(measured) for name, measured in costs.items()}
