# The application is built here, before anything costs, and what the image is made of is put into a folder that goes along to where
# the image is built: libraries come from the Internet, which nothing inside reaches.
# shellcheck shell=bash

step_build() {
  case $image_from in
    *@sha256:*) note "Nothing to build: $image_from is taken over." ;;
    *) build_context ;;
  esac
}

# What an image of these sources is made of, in a folder named after them.
build_context() {
  [ ! -f SHA256SUMS ] || fail "There are no sources here to build the image of: take over a published one with --image REGISTRY/NAME@sha256:…, or deploy from the repository."
  context=.visavis/deploy/image-$tag
  if [ -n "${context_known-}" ]; then return 0; fi
  context_known=yes
  change mkdir -p .visavis/deploy
  ask context_there find .visavis/deploy -maxdepth 1 -name "image-$tag"
  unless context_there deploy/image/context.sh "$context"
}
