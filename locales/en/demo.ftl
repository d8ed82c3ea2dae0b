demo-open = Open the page: { $url }
demo-stop = Stop: Ctrl+C. Everything is kept in the directory and opens again.
demo-port-taken = Port { $port } is taken by another program. Take another: metodbot demo --port 8090
