"""Starting the engine on its folder: anew, or again where one that is still used has ended.

Call these only under `locks.start_lock`. An engine that is started again has the ports and the accounts of the one that
ended, so that whoever used that one finds it under the same address with the same password.
"""

from cypher.engines.accounts import Accounts, new_accounts, write_accounts
from cypher.engines.folder import EngineFolder, check_space
from cypher.engines.java import engine_version
from cypher.engines.process import PortTaken, free_ports, how_it_ended, spawn, stop, wait_until_ready
from cypher.engines.state import EngineState, remove_state, write_state
from cypher.interrupts import defer_interrupt

TRIES = 3
"""A port that was free may be taken by the time the engine listens."""


def start_anew(folder: EngineFolder) -> EngineState:
    """An engine with accounts and ports of its own. Raises EngineError; then nothing is left behind."""
    try:
        for _ in range(TRIES - 1):
            try:
                return _start(folder, new_accounts(), free_ports())
            except PortTaken:
                continue
        return _start(folder, new_accounts(), free_ports())
    except BaseException:
        remove_state(folder)
        raise


def start_again(folder: EngineFolder, ended: EngineState) -> EngineState:
    """An engine in the place of one that has ended. Raises EngineError, PortTaken where another program has its port.

    What the ended one left stays then, for another try.
    """
    how_it_ended(ended.pid)
    try:
        return _start(folder, ended.accounts, (ended.bolt_port, ended.http_port))
    except BaseException:
        write_state(folder, ended)
        raise


def _start(folder: EngineFolder, accounts: Accounts, ports: tuple[int, int]) -> EngineState:
    check_space(folder)
    write_accounts(folder, accounts)
    state = None
    try:
        with defer_interrupt():  # until we know the number of what we started
            state = EngineState(spawn(folder, *ports), *ports, engine_version(), accounts)
        write_state(folder, state)
        wait_until_ready(folder, state)
    except BaseException:  # Ctrl-C too: nothing that we started goes on
        if state is not None:
            stop(folder, state)
        raise
    return state
