export async function setUpHost() {}
