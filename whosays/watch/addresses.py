"""Which addresses are on the public internet.

By IANA's registries of special-purpose addresses, as far as the standard library knows them, and:
https://www.iana.org/assignments/iana-ipv6-special-registry
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_GLOBAL_UNICAST = IPv6Network("2000::/3")
"""All that IANA has given out so far; the rest is reserved, or of one site or link."""
_NAT64 = IPv6Network("64:ff9b::/96")
"""An IPv4 address as networks without IPv4 write it (RFC 6052)."""
_RELAYS = (IPv4Network("192.88.99.0/24"), IPv6Network("2001::/32"), IPv6Network("2002::/16"))
"""Of 6to4 and Teredo, which carry packets on to addresses that stand in them."""
_DOCUMENTATION = IPv6Network("3fff::/20")
"""Newer than some of the libraries that this runs on."""


def is_public(address: str) -> bool:
    """Whether anybody may have that address: no private, local, shared, multicast or reserved one."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return _is_public_6(found) if isinstance(found, IPv6Address) else _is_public_4(found)


def _is_public_4(address: IPv4Address) -> bool:
    return address.is_global and not address.is_multicast and not _is_relay(address)


def _is_public_6(address: IPv6Address) -> bool:
    if address.ipv4_mapped:
        return _is_public_4(address.ipv4_mapped)
    if address in _NAT64:
        return _is_public_4(IPv4Address(int(address) & 0xFFFF_FFFF))
    known = address in _GLOBAL_UNICAST and address not in _DOCUMENTATION
    return known and address.is_global and not _is_relay(address)


def _is_relay(address: IPv4Address | IPv6Address) -> bool:
    return any(address in network for network in _RELAYS)
