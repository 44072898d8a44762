/** What a pronoun may mean: "m" he, "f" she. */
export type Gender = "m" | "f";

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

const HE = words(
  "mr sir lord king prince duke baron count father brother son husband uncle grandfather dad man boy gentleman spokesman chairman congressman councilman salesman fisherman actor widower priest bishop imam pope rabbi businessman sportsman policeman fireman frenchman englishman irishman scotsman welshman james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose henry adam douglas nathan peter zachary kyle walter harold jeremy ethan carl keith roger gerald christian terry sean arthur austin noah lawrence jesse joe bryan billy jordan albert dylan bruce willie gabriel alan juan logan wayne ralph roy eugene randy vincent russell louis philip bobby johnny bradley ahmed mohammed muhammad mohamed mahmoud omar ali hassan hussein ibrahim khaled yusuf abdullah vladimir dmitry sergei sergey ivan igor mikhail boris nigel ian graham colin stuart neil simon martin alex chris mike tom tim jim bill bob ben sam dan matt nick steve greg tony ken dave phil rob ron don ed fred harry lewis liam luke max oliver oscar owen pete ray rick rod sid ted tommy vince will antonio carlos luis miguel pedro fernando jorge francisco javier diego hans klaus jurgen wolfgang stefan andreas pierre jean jacques francois emmanuel nicolas giuseppe marco matteo paolo kim wang li narendra rahul imran recep benjamin binyamin joe barack jeremy",
);
const SHE = words(
  "ms mrs miss lady dame queen princess duchess baroness mother sister daughter wife aunt grandmother mum mom woman girl spokeswoman chairwoman congresswoman councilwoman businesswoman actress widow nun ex-wife girlfriend policewoman mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori donatella jane kate katie lucy sophie chloe claire clare fiona gillian hilary hillary theresa nicola ursula angela marine jacinda kamala nancy greta malala aung fatima aisha leila layla yasmin noor mariam zainab salma maryam natalia olga tatiana irina svetlana ekaterina elena anastasia ingrid astrid birgit heidi petra sabine monika gabriela carmen rosa lucia isabel ana beatriz valentina giulia chiara francesca paola priya anita sunita indira mei ling yuki keiko sana agnes anne annie audrey beth bridget caroline cathy cecilia ellen erin eva florence georgia georgina gemma harriet holly irene jackie jill joanna joanne josephine kerry kirsty leanne lesley liz louise lynn maggie maureen melanie miriam molly naomi pauline penny phoebe polly rhiannon rosie sally sandy sheila sian sue susie tina tracey tracy vanessa vera vivian wendy yvonne zoe",
);

const KNOWN = new Map<string, Gender | null>();
const MOST_KNOWN = 5000;

/** Takes words (a title, a first name, a noun for a person); gives what pronoun they ask for, or `null` where nothing tells. */
export function genderOf(text: string): Gender | null {
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  const made = readGender(text);
  KNOWN.set(text, made);
  return made;
}

function readGender(text: string): Gender | null {
  for (const word of text.toLowerCase().split(/[^\p{L}-]+/u)) {
    if (HE.has(word)) return SHE.has(word) ? null : "m";
    if (SHE.has(word)) return "f";
  }
  return null;
}

/** Takes a pronoun; gives the gender that it asks for, or `null`. */
export function genderAsked(pronoun: string): Gender | null {
  return pronoun === "he" ? "m" : pronoun === "she" ? "f" : null;
}
