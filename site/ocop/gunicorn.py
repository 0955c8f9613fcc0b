"""The web server: threads and keep-alive. Chosen because it hands the undecoded path to the Digital Link resolver."""

import os

from ocop.settings import env

with env.exit_on_bad_setting():
    bind = f"{env.text('BIND', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
    workers = env.number("WEB_WORKERS", 1, least=1)
    threads = env.number("WEB_THREADS", 8, least=1)
worker_class = "gthread"
keepalive = 30
timeout = 60
graceful_timeout = 10
accesslog = None
errorlog = "-"
loglevel = "warning"
pythonpath = "site"
