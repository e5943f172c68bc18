"""Completion for bash, zsh and fish, made from the argument parsers."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping

from reader.cli.exits import GOOD
from reader.cli.parsers import Option, Usage, usages


def completion(args: argparse.Namespace) -> int:
    """Print the completion of a shell."""
    print(SHELLS[args.shell](usages()), end="")
    return GOOD


def bash(known: tuple[Usage, ...]) -> str:
    """For bash: `eval "$(reader completion bash)"` in ~/.bashrc."""
    names = " ".join(usage.name for usage in known[1:])
    valued = [(usage.name, option) for usage in known for option in usage.options if option.choices or option.metavar]
    lines = ["# bash completion for reader, made by `reader completion bash`", "_reader() {",
             '    local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command="" word',
             '    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do',
             f'        case "$word" in {names.replace(" ", "|")}) command="$word"; break ;; esac',
             "    done", '    case "$command:$before" in']  # fmt: skip
    for name, option in valued:
        if option.flags and option.choices:
            pattern = "|".join(f"{name}:{flag}" for flag in option.flags)
            words = " ".join(option.choices)
            lines.append(f'        {pattern}) COMPREPLY=($(compgen -W "{words}" -- "$current")); return ;;')
        elif option.flags and option.metavar != "FILE":
            lines.append(f"        {'|'.join(f'{name}:{flag}' for flag in option.flags)}) return ;;")
    lines += ["    esac", '    local options="" places=""', '    case "$command" in']
    for usage in known:
        flags = " ".join(flag for option in usage.options for flag in option.flags)
        places = " ".join(word for option in usage.options if not option.flags for word in option.choices)
        label = usage.name or '""'
        lines.append(f'        {label}) options="{flags}"; places="{names if not usage.name else places}" ;;')
    lines += ["    esac", '    if [[ "$current" == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$current"))',
              '    else COMPREPLY=($(compgen -W "$places" -- "$current") $(compgen -f -- "$current")); fi', "}",
              "complete -o filenames -F _reader reader"]  # fmt: skip
    return "\n".join(lines) + "\n"


def zsh(known: tuple[Usage, ...]) -> str:
    """For zsh: `reader completion zsh > ~/.zfunc/_reader`, that folder being in fpath."""
    names = "|".join(usage.name for usage in known[1:])
    lines = ["#compdef reader", "# zsh completion for reader, made by `reader completion zsh`",
             f'local command="${{words[(r)({names})]}}"', 'case "$command" in']  # fmt: skip
    for usage in known[1:]:
        places = [option for option in usage.options if not option.flags]
        choices = " ".join(places[0].choices) if places else ""
        files = f"'*:choice:({choices})'" if choices else "'*:path:_files'"
        lines.append(f"    {usage.name}) _arguments {' '.join(_zsh(usage))} {files} ;;")
    listed = " ".join(f"{usage.name}\\:{_quoted(usage.help)}" for usage in known[1:])
    lines.append(f"    *) _arguments {' '.join(_zsh(known[0]))} \\")
    lines.append(f'        \'*: :_alternative "commands:command:(({listed}))" "files:path:_files"\' ;;')
    return "\n".join([*lines, "esac"]) + "\n"


def _zsh(usage: Usage) -> Iterator[str]:
    for option in usage.options:
        for flag in option.flags:
            value = ""
            if option.choices:
                value = f":{option.metavar.lower()}:({' '.join(option.choices)})"
            elif option.metavar:
                value = f":{option.metavar.lower()}:{'_files' if option.metavar == 'FILE' else ''}"
            yield f"'{flag}[{_plain(option.help)}]{value}'"


def _plain(text: str) -> str:
    return text.replace("'", "").replace("[", "(").replace("]", ")").replace(":", " -")


def _quoted(text: str) -> str:
    return "".join(f"\\{c}" if c in " ()\"'\\:$`," else c for c in _plain(text))


def fish(known: tuple[Usage, ...]) -> str:
    """For fish: `reader completion fish > ~/.config/fish/completions/reader.fish`."""
    lines = ["# fish completion for reader, made by `reader completion fish`"]
    for usage in known[1:]:
        lines.append(f"complete -c reader -n __fish_use_subcommand -a {usage.name} -d '{_fish(usage.help)}'")
    for usage in known:
        where = f"'__fish_seen_subcommand_from {usage.name}'" if usage.name else "__fish_use_subcommand"
        lines += [f"complete -c reader -n {where} {_fish_option(option)}" for option in usage.options
                  if option.flags or option.choices]  # fmt: skip
    return "\n".join(lines) + "\n"


def _fish_option(option: Option) -> str:
    parts = [f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.flags]
    if option.choices:
        parts.append(f"-xa '{' '.join(option.choices)}'")
    elif option.metavar:
        parts.append("-r" if option.metavar == "FILE" else "-x")
    return " ".join([*parts, f"-d '{_fish(option.help)}'"])


def _fish(text: str) -> str:
    return text.replace("\\", "\\\\").replace("'", "\\'")


SHELLS: Mapping[str, Callable[[tuple[Usage, ...]], str]] = {"bash": bash, "zsh": zsh, "fish": fish}
