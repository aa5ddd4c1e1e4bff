#!/bin/sh
# The backend of an integrator, with curl alone. Verifying the signature takes a library: see backend.mjs.
#   HUOTI_URL=https://liveness.example.com HUOTI_API_KEY=hk_... backend.sh start customer-17
#   HUOTI_URL=... HUOTI_API_KEY=... backend.sh result SESSION_ID
set -eu

case "${1:-}" in
  start)
    # Prints the session's id and its token: hand both to the page.
    curl --fail-with-body --silent --show-error --request POST "$HUOTI_URL/v1/sessions" \
      --header "authorization: Bearer $HUOTI_API_KEY" --header 'content-type: application/json' \
      --data "{\"subject\":\"$2\",\"policy\":\"${3:-default}\"}"
    ;;
  result)
    # Prints {"state":...} while the service still looks, and then the signed result.
    curl --fail-with-body --silent --show-error "$HUOTI_URL/v1/sessions/$2/result" \
      --header "authorization: Bearer $HUOTI_API_KEY"
    ;;
  *)
    echo "usage: backend.sh start SUBJECT [POLICY] | result SESSION_ID" >&2
    exit 2
    ;;
esac
