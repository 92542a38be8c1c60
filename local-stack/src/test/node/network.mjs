// The network between a browser and this machine, as a proxy: it can be cut, which closes every connection at once, and
// mended. Nothing else is changed, so that the page keeps its origin.
import http from 'node:http';
import net from 'node:net';

export class Network {
  #sockets = new Set();
  #server = http.createServer((request, response) => this.#forward(request, response));
  down = false;

  async open() {
    this.#server.on('connection', (socket) => this.#keep(socket));
    this.#server.on('connect', (request, socket, head) => this.#tunnel(request, socket, head));
    await new Promise((done) => this.#server.listen(0, '127.0.0.1', done));
  }

  /** For the browser's settings; the odd exception makes it use the proxy for this machine, too. */
  get proxy() {
    return { server: `http://127.0.0.1:${this.#server.address().port}`, bypass: '<-loopback>' };
  }

  cut() {
    this.down = true;
    this.#sockets.forEach((socket) => socket.destroy());
  }

  mend() {
    this.down = false;
  }

  close() {
    this.cut();
    this.#server.close();
  }

  #forward(request, response) {
    const onward = http.request(request.url, { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.rawHeaders);
      answer.pipe(response);
      response.on('close', () => answer.destroy());
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  }

  #tunnel(request, socket, head) {
    const [host, port] = request.url.split(':');
    const onward = net.connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    this.#keep(onward);
    const end = () => [socket, onward].forEach((side) => side.destroy());
    [socket, onward].forEach((side) => side.on('error', end).on('close', end));
  }

  #keep(socket) {
    if (this.down) return socket.destroy();
    this.#sockets.add(socket);
    socket.on('error', () => {}).on('close', () => this.#sockets.delete(socket));
    return socket;
  }
}
