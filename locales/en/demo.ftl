demo-settling = Settling the district and playing its last two years: about twenty seconds.
demo-open = Open the page: { $url }
demo-stop = Stop: Ctrl+C. Everything is kept in the directory and opens again.
demo-port-taken = Port { $port } is taken by another program. Take another: metodbot demo --port 8090
demo-directory-taken = The directory { $directory } is open in another demo. Close it or take another: --data
demo-tour-done = The tour is over. Now it is your turn.
demo-tour-stuck = The tour has stopped: { $why }. You can go on yourself.
