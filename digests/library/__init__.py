"""The library: one SQLite file that holds every published article, and the only room with SQL.

In reading order::

    opening      a path -> a connection, or a refusal before anything is touched
    schema       the tables, as migrations
    connection   statements, transactions, and SQLite's errors in our words
    records      an article <-> the text that is kept of it
    facets       what one can narrow to: treaty, outlet, clause, speaker; with kept counts
    filing       where an article belongs among them; put in and taken out again exactly
    register     who is quoted, and under which names
    accession    how records come in, many at once
    walks        a filter -> a walk through the places in the order wanted, never a scan
    names        what a speaker may be called, whatever the script, case and spelling
    search       the words of an article
    arrivals     what came in since, by number and not by day
    articles quotes speakers misses questions      what the others ask for
    past         what articles were before, and those retracted
    likeness twins         the same text or address, met again
    drafts staff actions reports       the editors' desk; its tables in desk_tables
    chats moving           whom editions are for; a group that becomes a supergroup
    subscriptions terms    when, and of what; instants and filters as they are kept
    bodies       what is sent, kept once however many get it
    letters outbox ledger parking    who gets it, and how far it came; tables in delivery_tables
    pulse        signs of life
    shelves      Library: all of it behind one door

The record is the truth; everything else is derived from it when it is put in.
"""

from digests.library.accession import Ready, ready
from digests.library.names import Called
from digests.library.shelves import Library

__all__ = ["Called", "Library", "Ready", "ready"]
