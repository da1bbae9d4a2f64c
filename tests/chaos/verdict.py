"""What came of an ordeal: everything that is in the chats is held against what was owed."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from crowd import addressed, arrived_at, texts


@dataclass(frozen=True)
class Kill:
    """When a life of the bot ended, and which parts its books said to be on their way then."""

    at: float
    in_flight: frozenset[tuple[int, str]]  # chat and words


@dataclass
class Verdict:
    """Faults by chat and words; all but ``repeated`` are to be empty."""

    reachable: int = 0
    parts: int = 0
    missing: list[str] = field(default_factory=list)
    disordered: list[str] = field(default_factory=list)  # or answering another part, or misplaced
    repeated: Counter[tuple[int, str]] = field(default_factory=Counter)
    unexcused: list[str] = field(default_factory=list)  # neither under way at a kill nor lost
    by_kill: Counter[int] = field(default_factory=Counter)  # repeats that one kill excuses
    earliest: float = 0.0  # seconds before a kill that something was answered and not yet kept
    confirmed_twice: list[str] = field(default_factory=list)

    @property
    def faultless(self):
        """Tell whether every promise was kept."""
        return not (self.missing or self.disordered or self.unexcused or self.confirmed_twice)

    def lines(self):
        """Tell it line by line."""
        chats = Counter(chat for chat, _ in self.repeated.elements())
        most = max(chats.values(), default=0)
        wrong = len(self.unexcused), len(self.confirmed_twice)
        return [
            f"{self.reachable} chats could be reached; {self.parts} parts were due to them",
            f"lost: {len(self.missing)}; out of order: {len(self.disordered)}",
            f"sent more than once: {self.repeated.total()}, at most {most} to one chat",
            "of these neither under way at a kill nor unanswered: {}; confirmed before: {}".format(
                *wrong
            ),
            f"repeated because of one kill: {max(self.by_kill.values(), default=0)} parts at most",
            f"answered and not yet kept at a kill: for {self.earliest * 1000:.0f} ms at most",
        ]


def judge(sent, letters, copies, kills, confirmed):
    """Judge what was *sent*, knowing in which life each copy of a part came."""
    sent = [message for message in sent if message["text"].startswith("Edition ")]
    arrived, verdict = defaultdict(list), Verdict()
    for message in sent:
        arrived[message["chat"]["id"]].append(message)
    wanted = _wanted(letters)
    verdict.reachable, verdict.parts = len(wanted), sum(map(len, wanted.values()))
    for chat, due in wanted.items():
        _compare(chat, due, arrived.pop(chat, []), verdict)
    verdict.disordered += [f"nothing is due to {chat}" for chat in arrived]
    _excuse(copies, kills, verdict)
    _confirm(sent, confirmed, verdict)
    return verdict


def _wanted(letters):
    wanted = defaultdict(list)
    for member, body in addressed(letters):
        if member.where is not None:
            wanted[member.where] += texts(body)
    return wanted


def _compare(chat, due, messages, verdict):
    seen = [message["text"] for message in messages]
    verdict.missing += [f"{chat}: {words}" for words in due if words not in seen]
    if [words for words, _ in groupby(seen)] != due or not all(map(_answers, messages)):
        verdict.disordered.append(f"{chat}: {seen}")
    for words, number in Counter(seen).items():
        if number > 1:
            verdict.repeated[chat, words] = number - 1


def _answers(message):
    """Tell whether a part answers the one before it; the first answers none."""
    edition, _, part = message["text"].rpartition(" ")
    before = message.get("reply_to_message", {}).get("text")
    return before == (None if part == "1" else f"{edition} {int(part) - 1}")


def _excuse(copies, kills, verdict):
    """A part may come again where its answer was lost, or where it was under way at the kill."""
    for part, all_ in copies.items():
        for first, second in pairwise(all_):
            if first.lost:
                continue
            if first.life == second.life or part not in kills[first.life].in_flight:
                verdict.unexcused.append(f"{part}: {first}, {second}")
            else:
                verdict.by_kill[first.life] += 1
                before = kills[first.life].at - first.answered
                verdict.earliest = max(verdict.earliest, before)
    if Counter({part: len(all_) - 1 for part, all_ in copies.items()}) != verdict.repeated:
        verdict.unexcused.append("what came was miscounted")
    for number, kill in enumerate(kills):
        chats = Counter(chat for chat, _ in kill.in_flight)
        verdict.unexcused += [f"{c}: {n} at kill {number}" for c, n in chats.items() if n > 1]


def _confirm(sent, confirmed, verdict):
    """Nothing is sent again once it is confirmed: what the books know came last."""
    last = {(each["chat"]["id"], each["text"]): each["message_id"] for each in sent}
    verdict.confirmed_twice += [
        f"{chat}: {words}"
        for chat, words, message in confirmed
        if last[arrived_at(chat), words] != message
    ]
