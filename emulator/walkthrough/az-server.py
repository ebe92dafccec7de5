"""Runs the installed Azure CLI many times, each time in a copy of one process that has already imported its modules.

Argument: the path of `az`, a Python script. Each line of standard input is JSON: `id`, `words` (the arguments), and
`stdout` and `stderr` (files for the output). When a run has ended, a line with its `id` and exit `code` is printed.
"""

import importlib
import json
import os
import runpy
import sys
import traceback

AZ = sys.argv[1]

# What every `az batch` command imports. A module that another version does not have is imported by the copy, if at all.
for name in (
    'azure.batch',
    'azure.cli.command_modules.batch',
    'azure.cli.command_modules.batch._client_factory',
    'azure.cli.command_modules.batch._command_type',
    'azure.cli.command_modules.batch._exception_handler',
    'azure.cli.command_modules.batch._format',
    'azure.cli.command_modules.batch._help',
    'azure.cli.command_modules.batch._params',
    'azure.cli.command_modules.batch._validators',
    'azure.cli.command_modules.batch.commands',
    'azure.cli.command_modules.batch.custom',
    'azure.cli.core.commands.arm',
    'azure.cli.core.commands.client_factory',
    'azure.cli.core.commands.parameters',
    'azure.cli.core.extension',
    'azure.mgmt.batch',
    'jmespath',
    'knack.help',
    'requests',
):
    try:
        importlib.import_module(name)
    except ImportError:
        pass


def run(words):
    """Runs `az` as its script does. Returns the exit code."""
    sys.argv = [AZ, *words]
    try:
        runpy.run_path(AZ, run_name='__main__')
        return 0
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
        return 1


def redirect(descriptor, path, flags):
    opened = os.open(path, flags)
    os.dup2(opened, descriptor)
    os.close(opened)


# Each copy reports its own end; waiting for it only adds its CPU time to ours.
copies = []
for line in sys.stdin:
    request = json.loads(line)
    copies.append(os.fork())
    if copies[-1] == 0:
        report = os.dup(1)
        redirect(0, os.devnull, os.O_RDONLY)
        for descriptor, stream in ((1, 'stdout'), (2, 'stderr')):
            redirect(descriptor, request[stream], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        code = run(request['words'])
        sys.stdout.flush()
        sys.stderr.flush()
        os.write(report, (json.dumps({'id': request['id'], 'code': code}) + '\n').encode())
        os._exit(0)
for copy in copies:
    os.waitpid(copy, 0)
