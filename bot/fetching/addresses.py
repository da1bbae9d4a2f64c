"""Which addresses of the internet are anybody's to ask, and not this machine's neighbourhood."""

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Any

Address = IPv4Address | IPv6Address
Reachable = Callable[[Address], bool]

# https://www.iana.org/assignments/iana-ipv4-special-registry, and multicast. Python's `is_global`
# differs from version to version and takes multicast for global.
NOT_PUBLIC = tuple(
    map(
        IPv4Network,
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 "
        "192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 "
        "224.0.0.0/4 240.0.0.0/4".split(),
    )
)
# https://www.iana.org/assignments/ipv6-unicast-address-assignments: all that is public is in here,
GIVEN_OUT = IPv6Network("2000::/3")
# but protocols and examples, and 6to4, which carries an address of IPv4 to anywhere.
SET_APART = tuple(map(IPv6Network, "2001::/23 2001:db8::/32 2002::/16 3fff::/20".split()))
NAT64 = IPv6Network("64:ff9b::/96")


class PrivateAddressError(OSError):
    """An address is not public; nothing was sent there."""


def is_public(address: Address) -> bool:
    """Tell whether an address is anybody's to ask."""
    match address:
        case IPv4Address():
            return not any(address in network for network in NOT_PUBLIC)
        case IPv6Address(ipv4_mapped=IPv4Address() as inner):
            return is_public(inner)
        case _ if address in NAT64:
            return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
    return address in GIVEN_OUT and not any(address in network for network in SET_APART)


def guarded(reachable: Reachable) -> Callable[[Any], socket.socket]:
    """Make sockets for reachable addresses alone.

    Here the address is the one that is connected to: whatever the name was, however it was
    written, and whatever the next look-up would say.
    """

    def make(info: Any) -> socket.socket:
        family, kind, protocol, _, place = info
        if not reachable(ip_address(place[0])):
            raise PrivateAddressError("not a public address")
        return socket.socket(family, kind, protocol)

    return make
