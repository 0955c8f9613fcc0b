"""The web server: threads and keep-alive. Chosen because it hands the undecoded path to the Digital Link resolver."""

import os

from ocop.settings import env

bind = f"{env.text('BIND', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
worker_class = "gthread"
workers = env.number("WEB_WORKERS", 1)
threads = env.number("WEB_THREADS", 8)
keepalive = 30
timeout = 60
graceful_timeout = 10
accesslog = None
errorlog = "-"
loglevel = "warning"
pythonpath = "site"
