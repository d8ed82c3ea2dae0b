demo-open = Откройте страницу: { $url }
demo-stop = Остановить: Ctrl+C. Всё записано в папку и откроется снова.
demo-port-taken = Порт { $port } занят другой программой. Возьмите другой: metodbot demo --port 8090
