"""Which networks a computer is in, and what may be typed in their place."""

from __future__ import annotations

import socket
from types import SimpleNamespace

import psutil
import pytest
from carelevel.workshop import addresses
from carelevel.workshop.addresses import Network, is_name, is_typed, own_networks


def interface(address: str, ptp: str | None = None, family: int = socket.AF_INET) -> SimpleNamespace:
    return SimpleNamespace(address=address, ptp=ptp, family=family)


@pytest.mark.parametrize("out", ["10.8.0.2", "10.0.0.7", ""])
def test_every_network_is_named_a_tunnel_last_though_all_leads_out_through_it(
    monkeypatch: pytest.MonkeyPatch, out: str
) -> None:
    known = {
        "lo": [interface("127.0.0.1")],
        "tun0": [interface("10.8.0.2", ptp="10.8.0.1")],
        "eth0": [interface("10.0.0.7"), interface("fe80::1", family=socket.AF_INET6)],
        "wlan0": [interface("192.168.8.100")],  # of a router without internet
        "eth1": [interface("10.9.9.9")],
    }
    monkeypatch.setattr(psutil, "net_if_addrs", lambda: known)
    monkeypatch.setattr(psutil, "net_if_stats", lambda: {name: SimpleNamespace(isup=name != "eth1") for name in known})
    monkeypatch.setattr(addresses, "_address_towards", lambda _there: out)
    assert own_networks() == (
        Network("10.0.0.7", "eth0"),
        Network("192.168.8.100", "wlan0"),
        Network("10.8.0.2", "tun0"),
    )


def test_this_computers_own_networks_can_be_listened_on() -> None:
    for network in own_networks():
        socket.create_server((network.address, 0)).close()


@pytest.mark.parametrize(
    ("typed", "may_be", "name"),
    [
        ("192.168.8.100", True, False),
        ("my-laptop.local", True, True),
        ("laptop", True, True),
        ("0.0.0.0", False, False),
        ("a..b", False, False),
        ("a b", False, False),
        ("a/b", False, False),
        ("a:80", False, False),
        ("", False, False),
    ],
)
def test_what_is_typed_is_a_name_or_numbers_and_no_more(typed: str, may_be: bool, name: bool) -> None:
    assert (is_typed(typed), is_name(typed)) == (may_be, name)
