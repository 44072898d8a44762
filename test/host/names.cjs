// Loaded into the language server by a test: the name "flood.example" then has a public address, and what connects to that reaches a server
// of the test's on this machine. All else is as it is.
const dns = require("node:dns");
const net = require("node:net");

const NAME = "flood.example";
const PUBLIC = "93.184.216.34";
const { lookup } = dns;
const { connect } = net.Socket.prototype;

dns.lookup = (host, options, done) => {
  if (host !== NAME) return lookup(host, options, done);
  process.nextTick(done, null, [{ address: PUBLIC, family: 4 }]);
};

net.Socket.prototype.connect = function (...given) {
  const options = Array.isArray(given[0]) ? given[0][0] : given[0];
  if (options?.host !== NAME) return connect.apply(this, given);
  options.lookup(NAME, {}, (error, address) => {
    if (error || address !== PUBLIC) return this.destroy(error ?? new Error(`${NAME} was looked up as ${address}`));
    connect.call(this, { host: "127.0.0.1", port: Number(process.env.SOURCELINE_TEST_PORT) });
  });
  return this;
};
