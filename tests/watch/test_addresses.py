"""No way of writing an address makes one public that is not."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.watch.addresses import is_public

OF_NOBODY_4 = [
    IPv4Network(each)
    for each in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
        "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    )
]  # fmt: skip
OF_NOBODY_6 = [
    IPv6Network(each)
    for each in (
        "::/96", "64:ff9b:1::/48", "100::/64", "2001::/32", "2001:2::/48", "2001:db8::/32", "2002::/16",
        "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    )
]  # fmt: skip
PUBLIC_4 = ["1.1.1.1", "8.8.8.8", "93.184.215.14", "172.15.255.255", "172.32.0.0", "223.255.255.255"]


@st.composite
def within(draw: st.DrawFn, networks: Sequence[IPv4Network | IPv6Network]) -> int:
    network = draw(st.sampled_from(networks))
    return int(network.network_address) + draw(st.integers(0, network.num_addresses - 1))


@given(within(OF_NOBODY_4))
def test_a_special_ipv4_address_is_never_public(number: int) -> None:
    assert not is_public(str(IPv4Address(number)))


@given(within(OF_NOBODY_4))
def test_it_is_not_when_ipv6_wraps_it(number: int) -> None:
    for prefix in ("::ffff:0:0", "64:ff9b::", "::", "2002::", "64:ff9b:1::"):
        assert not is_public(str(IPv6Address(int(IPv6Address(prefix)) | number)))


@given(within(OF_NOBODY_6))
def test_a_special_ipv6_address_is_never_public(number: int) -> None:
    assert not is_public(str(IPv6Address(number)))


@given(st.integers(0, 2**128 - 1))
def test_outside_of_global_unicast_only_wrapped_addresses_are_public(number: int) -> None:
    address = IPv6Address(number)
    wrapped = address.ipv4_mapped or address in IPv6Network("64:ff9b::/96")
    assert address in IPv6Network("2000::/3") or wrapped or not is_public(str(address))


@pytest.mark.parametrize(
    "address",
    [*PUBLIC_4, *(f"::ffff:{each}" for each in PUBLIC_4), *(f"64:ff9b::{each}" for each in PUBLIC_4),
     "2606:4700::1111", "2a00:1450:4001:80b::200e"],
)  # fmt: skip
def test_addresses_of_the_internet_are(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address", ["", "localhost", "0177.0.0.1", "1.1.1", "fe80::1%eth0", "1.1.1.1/32", "::1"]
)
def test_what_is_no_address_or_of_one_link_is_not(address: str) -> None:
    assert not is_public(address)
