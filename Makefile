# Every target sets up what it needs in .venv, from the lock in requirements/.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
PEERS := .peers
A4_VECTORS ?= ../shared/vectors

.PHONY: run test engines engine-oxigraph engine-virtuoso yasgui lint bench golden lock peers bench-peers messages wheel clean

run: $(VENV)/.run yasgui
	$(BIN)/a4-rdf demo --port $(PORT)

test: $(VENV)/.dev yasgui
	$(BIN)/pytest

# The pages once more with each of the other stores behind them; `make -j2 engines` runs both at once.
# Left out is what asks no store, or brings its own: the query service, HTTP, the list of messages,
# the search index, the manifest, addresses, dumps in other parsers. One walk over all things of the
# real document is enough, as things of a kind are asked for alike.
WEB := tests/serve $(addprefix --ignore=tests/serve/,sandbox http sparql test_server.py test_server_abuse.py \
  test_engine_runner.py test_messages.py test_search.py test_manifest.py test_addresses.py) \
  $(addprefix --deselect=tests/serve/,test_ame.py::test_other_parsers_read_the_real_dumps_alike \
  test_memento.py::test_every_lasting_thing_of_the_real_document_has_its_permalink)
ENGINES := engine-oxigraph engine-virtuoso
engines: $(ENGINES)
$(ENGINES): engine-%: $(VENV)/.dev
	A4_TEST_STORE=$* $(BIN)/pytest $(WEB)

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.dev
	$(BIN)/python -m bench.build

# Write the expected results of tests/golden anew; read the difference before you commit it.
golden: $(VENV)/.dev
	$(BIN)/python -m tests.golden.regenerate

# Choose versions anew: hashes of every file, and no address of where they came from.
COMPILE := $(BIN)/pip-compile --quiet --strip-extras --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links --no-header
lock: $(VENV)/.dev
	$(COMPILE) --output-file requirements/build.txt requirements/build.in
	$(COMPILE) --output-file requirements/run.txt pyproject.toml
	$(COMPILE) --extra dev --output-file requirements/dev.txt --constraint requirements/run.txt pyproject.toml
	$(COMPILE) --output-file tests/peers/datacube.requirements.txt tests/peers/datacube.requirements.in
	$(COMPILE) --output-file tests/peers/oxigraph.requirements.txt tests/peers/oxigraph.requirements.in
	$(COMPILE) --output-file bench/rdflib-endpoint.requirements.txt bench/rdflib-endpoint.requirements.in

# The editor of the query page. Where npm is not there, or cannot get it, the plain form serves.
EDITOR := site/static/yasgui
yasgui:
	@test -f $(EDITOR)/yasgui.min.js || ! command -v npm >/dev/null || $(MAKE) --no-print-directory $(EDITOR) \
	  || echo "no query editor: its npm package could not be installed; the plain form serves"

$(EDITOR):
	mkdir -p $(PEERS)/yasgui
	cd $(PEERS)/yasgui && npm install --silent --no-audit --no-fund --no-package-lock --no-save --ignore-scripts @zazuko/yasgui@4.6.2
	mkdir -p $@
	cp $(PEERS)/yasgui/node_modules/@zazuko/yasgui/build/yasgui.min.js $(PEERS)/yasgui/node_modules/@zazuko/yasgui/build/yasgui.min.css $@

# Other people's programs that the tests read our data with: N3.js, CKAN's harvester,
# pandas-datacube, the Oxigraph server and Comunica, each in an environment of its own. Others are
# packages of the system: raptor's rapper, raptor2-utils, and Virtuoso, virtuoso-opensource-7-bin.
peers: $(PEERS)/.n3 $(PEERS)/.ckan $(PEERS)/.datacube $(PEERS)/.oxigraph $(PEERS)/.comunica

$(PEERS)/.n3: tests/peers/package.json tests/peers/package-lock.json
	mkdir -p $(PEERS)/n3
	cp $^ tests/peers/.npmrc $(PEERS)/n3
	cd $(PEERS)/n3 && npm ci --silent --no-audit --no-fund --ignore-scripts
	touch $@

$(PEERS)/.comunica: tests/peers/comunica/package.json tests/peers/comunica/package-lock.json
	mkdir -p $(PEERS)/comunica
	cp $^ tests/peers/comunica/.npmrc $(PEERS)/comunica
	cd $(PEERS)/comunica && npm ci --silent --no-audit --no-fund --ignore-scripts
	touch $@

$(PEERS)/.ckan: $(A4_VECTORS)/ckan.requirements.txt
	mkdir -p $(PEERS)
	$(PYTHON) -m venv $(PEERS)/ckan
	$(PEERS)/ckan/bin/python -m pip install --quiet --no-deps -r $<
	touch $@

$(PEERS)/.datacube: tests/peers/datacube.requirements.txt
	mkdir -p $(PEERS)
	$(PYTHON) -m venv $(PEERS)/datacube
	$(PEERS)/datacube/bin/python -m pip install --quiet --require-hashes -r $<
	touch $@

# The servers that bench/pages.py and bench/endpoints.py ask beside ours; nginx, wrk and Virtuoso
# are packages of the system, the Oxigraph server comes with `make peers`.
bench-peers: $(PEERS)/.trifid $(PEERS)/.rdflib-endpoint

$(PEERS)/.trifid:
	mkdir -p $(PEERS)/trifid
	cd $(PEERS)/trifid && npm install --silent --no-audit --no-fund --no-package-lock --no-save trifid@5.3.0
	touch $@

$(PEERS)/.rdflib-endpoint: bench/rdflib-endpoint.requirements.txt
	mkdir -p $(PEERS)
	$(PYTHON) -m venv $(PEERS)/rdflib-endpoint
	$(PEERS)/rdflib-endpoint/bin/python -m pip install --quiet --require-hashes -r $<
	touch $@

# Bring the messages of the site's translations up to date; then translate what is empty.
messages: $(VENV)/.dev
	$(BIN)/pybabel -q extract -F site/translations/babel.cfg -k N_ --no-location --no-wrap --sort-output --omit-header -o .messages.pot .
	$(BIN)/pybabel -q update -i .messages.pot -o site/translations/en.po -l en --no-wrap --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
	rm .messages.pot
	sed -i -E '/^"(Project-Id-Version|Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By):/d' site/translations/en.po

$(PEERS)/.oxigraph: tests/peers/oxigraph.requirements.txt
	mkdir -p $(PEERS)
	$(PYTHON) -m venv $(PEERS)/oxigraph
	$(PEERS)/oxigraph/bin/python -m pip install --quiet --require-hashes -r $<
	touch $@

wheel: $(VENV)/.dev
	$(BIN)/python -m build --wheel --no-isolation

clean:
	rm -rf $(VENV) $(PEERS) $(EDITOR) dist build demo

$(VENV)/.run: requirements/run.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/build.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	touch $@
