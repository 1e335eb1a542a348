"""One program on one pseudo-terminal: started, written to, listened to, measured.

What the program sends is only stored, with the time it arrived, while something is being measured; the
screen model reads it afterwards, so that its own slowness is in no figure.
"""

import fcntl
import os
import select
import shutil
import signal
import struct
import tempfile
import termios
import time

from screen import Screen

MS = 1_000_000  # nanoseconds


class Session:
    """A running program with a home folder of its own, which goes when the session ends."""

    def __init__(self, program, size):
        self.program, (columns, rows) = program, size
        self.home = tempfile.mkdtemp(prefix="fivefold-bench-")
        self.screen = Screen(columns, rows)
        self.master, self.slave = os.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.set_blocking(self.master, False)
        self.poll = select.poll()
        self.poll.register(self.master, select.POLLIN)
        self.pid = None
        self.ended = False

    def start(self, arguments):
        slave = self.slave
        environment = {
            "HOME": self.home, "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ["PATH"],
            **self.program.environment,
        }
        tty = os.ttyname(slave)
        # A session leader's first open of a terminal makes it the controlling one.
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, tty, os.O_RDWR, 0),
            (os.POSIX_SPAWN_DUP2, 0, 1), (os.POSIX_SPAWN_DUP2, 0, 2),
            (os.POSIX_SPAWN_CLOSE, self.master), (os.POSIX_SPAWN_CLOSE, slave),
        ]
        command = self.program.command + arguments
        self.started = time.perf_counter_ns()
        self.pid = os.posix_spawn(command[0], command, environment, file_actions=actions, setsid=True)
        os.close(slave)

    # Listening -------------------------------------------------------------------------------------

    def read(self):
        """What has arrived, or None."""
        try:
            data = os.read(self.master, 1 << 16)
        except BlockingIOError:
            return None
        except OSError:
            data = b""
        if not data:
            self.ended = True
            return None
        return (time.perf_counter_ns(), data)

    def listen(self, quiet, first, limit=20_000):
        """Chunks that arrive until there are none for `quiet` ms; waits `first` ms for the first one."""
        chunks = []
        deadline = time.perf_counter_ns() + limit * MS
        wait = first
        while not self.ended and time.perf_counter_ns() < deadline and self.poll.poll(wait):
            chunk = self.read()
            if chunk:
                chunks.append(chunk)
                wait = quiet
        return chunks

    def show(self, chunks, seen=None):
        """Puts the chunks on the screen model; the time of the first chunk after which `seen` holds."""
        moment = None
        for time_, data in chunks:
            self.screen.feed(data)
            if moment is None and seen is not None and seen(self.screen):
                moment = time_
        for reply in self.screen.replies:
            os.write(self.master, reply)
        self.screen.replies.clear()
        return moment

    def wait_until(self, seen, quiet=250, limit=20_000):
        """Listens and shows as it goes, until `seen` holds and nothing comes for `quiet` ms.

        Gives the times at which it held and of the last byte."""
        moment = last = None
        deadline = time.perf_counter_ns() + limit * MS
        while not self.ended and time.perf_counter_ns() < deadline:
            if not self.poll.poll(quiet):
                if moment is not None:
                    break
                continue
            chunk = self.read()
            if chunk:
                last = chunk[0]
                at = self.show([chunk], seen)
                moment = moment if moment is not None else at
        return moment, last

    # Writing ---------------------------------------------------------------------------------------

    def send(self, text):
        os.write(self.master, text.encode())

    def send_long(self, data, quiet, limit=30_000):
        """Writes more than the terminal's buffer holds, listening meanwhile; the chunks that came."""
        chunks, offset = [], 0
        deadline = time.perf_counter_ns() + limit * MS
        both = select.poll()
        both.register(self.master, select.POLLIN | select.POLLOUT)
        while offset < len(data) and not self.ended and time.perf_counter_ns() < deadline:
            for _, events in both.poll(1_000):
                if events & select.POLLIN:
                    chunk = self.read()
                    if chunk:
                        chunks.append(chunk)
                if events & select.POLLOUT:
                    try:
                        offset += os.write(self.master, data[offset:offset + 4096])
                    except BlockingIOError:
                        pass
        return chunks + self.listen(quiet, first=1_000, limit=limit)

    # Costs -----------------------------------------------------------------------------------------

    def cpu(self):
        """Processor time the program has used, all its threads, in nanoseconds."""
        return time.clock_gettime_ns((~self.pid << 3) | 2)

    def peak_memory(self):
        """The most memory it has held at once, in MB."""
        with open(f"/proc/{self.pid}/status") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) / 1024
        return None

    def ending(self):
        """How a program that is no longer there has ended."""
        how = os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT)
        return f"exit code {how.si_status}" if how.si_code == os.CLD_EXITED else f"signal {how.si_status}"

    def end(self):
        """Ends the program and removes its home folder."""
        if self.pid is not None:
            os.kill(self.pid, signal.SIGKILL)  # a program that ended by itself is still to be waited for
            os.waitpid(self.pid, 0)
        os.close(self.master)
        shutil.rmtree(self.home, ignore_errors=True)
