"""The command line as a shell sees it: exit statuses, and what goes to which stream."""


def test_wrong_usage_is_64(trustpress):
    assert trustpress("no-such-command").returncode == 64
