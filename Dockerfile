# An image with trustpress for the jobs of a site's repository (docs/installing.md). It is made once for each version; no job
# builds Swift.
FROM swift:6.2-bookworm AS build
RUN apt-get update && apt-get install --yes --no-install-recommends \
    make pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libsodium-dev libssl-dev libcurl4-openssl-dev libxml2-dev
WORKDIR /source
COPY . .
RUN make stage DESTDIR=/stage PREFIX=/usr/local

FROM debian:bookworm-slim
# The libraries of the program, and what docs/ci runs beside it.
RUN apt-get update && apt-get install --yes --no-install-recommends \
        libcmark-gfm0.29.0.gfm.6 libcmark-gfm-extensions0.29.0.gfm.6 libsodium23 libssl3 libcurl4 libstdc++6 \
        bash ca-certificates coreutils git git-lfs minisign openssh-client rsync wget \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /stage/ /
