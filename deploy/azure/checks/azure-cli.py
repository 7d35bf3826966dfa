# Which options the Azure CLI that is installed here gives to commands: a JSON list of commands on standard input, what is known on
# standard output. Run with the Python that `az` runs with. The CLI is Microsoft's, under the MIT licence; nothing but names is taken.
import json
import sys
from unittest.mock import MagicMock

from azure.cli.core import AzCommandsLoader, __version__, get_default_cli
from azure.cli.core.commands import parameters

# Debian's package comes with libraries that lack some models. Names of options do not depend on them.
get_models = AzCommandsLoader.get_models


def models(self, *names, **where):
    try:
        found = get_models(self, *names, **where)
    except Exception:
        found = None if len(names) == 1 else [None] * len(names)
    return (found or MagicMock()) if len(names) == 1 else [model or MagicMock() for model in found]


def choices(data, default=None):
    try:
        return get_enum_type(data, default)
    except Exception:
        return get_enum_type([])


AzCommandsLoader.get_models = models
get_enum_type, parameters.get_enum_type = parameters.get_enum_type, choices
cli = get_default_cli()
commands = {}
for name in json.load(sys.stdin):
    invocation = cli.invocation_cls(cli_ctx=cli, parser_cls=cli.parser_cls, commands_loader_cls=cli.commands_loader_cls, help_cls=cli.help_cls)
    cli.invocation = invocation
    invocation.data["command_string"] = name
    loader = invocation.commands_loader
    loader.load_command_table(name.split())
    if name not in loader.command_table:
        continue
    loader.command_name = name
    try:
        loader.load_arguments(name)
    except ModuleNotFoundError:  # Debian's package again
        continue
    options = {
        option if isinstance(option, str) else option.target
        for argument in loader.command_table[name].arguments.values()
        for option in argument.type.settings.get("options_list") or []
    }
    commands[name] = sorted(option for option in options if option.startswith("--") and option != "--cmd")
json.dump({"version": __version__, "commands": commands}, sys.stdout, indent=2, sort_keys=True)
