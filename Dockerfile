# The whole of Rumah Sikum in one small image: `docker build -t rumah-sikum .`
FROM rust:1-bookworm AS build
RUN rustup target add wasm32-unknown-unknown
WORKDIR /build
COPY . .
RUN cargo xtask build --release

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install --yes --no-install-recommends ca-certificates \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --home-dir /var/lib/rumah-sikum --create-home rumah-sikum
COPY --from=build /build/target/release/rumah-sikum /usr/local/bin/rumah-sikum
COPY --from=build /build/site /usr/share/rumah-sikum/site
ENV ENVIRONMENT=production \
    LISTEN_ADDR=0.0.0.0:3000 \
    SITE_DIR=/usr/share/rumah-sikum/site \
    DATABASE_URL=sqlite:///var/lib/rumah-sikum/rumah-sikum.db \
    MEDIA_DIR=/var/lib/rumah-sikum/media
USER rumah-sikum
WORKDIR /var/lib/rumah-sikum
VOLUME /var/lib/rumah-sikum
EXPOSE 3000
# PUBLIC_URL (https://...) and DATA_KEY (64 hexadecimal digits) have no default: the server says so and stops when they
# are not set.
CMD ["rumah-sikum", "serve"]
