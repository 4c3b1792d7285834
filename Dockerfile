# The explorer and the loader as one image, for a Neo4j that is there already: see docs/containers.md.
# The base is pinned to an exact version. Who wants it pinned to its bytes gives BASE_IMAGE with the digest that
# their registry states: --build-arg BASE_IMAGE=python:3.11.15-slim-bookworm@sha256:…
ARG BASE_IMAGE=python:3.11.15-slim-bookworm

FROM ${BASE_IMAGE} AS build
# an index of one's own, if any
ARG PIP_INDEX_URL
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ONLY_BINARY=:all:
WORKDIR /build
RUN python -m venv tools && python -m venv --without-pip /opt/lodegraph
COPY requirements/build.txt requirements/server.txt ./
# the packages' own tests and C headers are a sixth of their size
RUN tools/bin/pip install -q --require-hashes -r build.txt \
 && tools/bin/pip --python /opt/lodegraph/bin/python install -q --require-hashes -r server.txt \
 && find /opt/lodegraph/lib -type d \( -name tests -o -path '*/pyarrow/include' \) -prune -exec rm -r {} +
COPY . .
RUN tools/bin/pip wheel -q --no-deps --no-build-isolation -w wheel . \
 && tools/bin/pip --python /opt/lodegraph/bin/python install -q --no-deps wheel/*.whl \
 && tools/bin/pip --python /opt/lodegraph/bin/python check

FROM ${BASE_IMAGE}
COPY --from=build /opt/lodegraph /opt/lodegraph
# nothing is written but to /tmp, so that the file system can be read-only; there is no home
ENV PATH=/opt/lodegraph/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 HOME=/tmp
USER 10001:10001
WORKDIR /tmp
EXPOSE 8501
ENTRYPOINT ["lodegraph"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8501"]
