/** What stands in the place of a key, a password or a token. */
export const SECRET = "[secret]";

/** Names that a secret is given under: `DB_PASSWORD`, `--api-key`, `client_secret`. */
const NAMES =
  "pass(?:word|wd|phrase)|pwd|secret|token|api[_-]?key|access[_-]?key|account[_-]?key|passcode|private[_-]?key|credentials?|authorization";

/** Whether a member of an object is named as a secret is. */
const SECRET_NAME = new RegExp(`^[\\w.-]*(?:${NAMES})$`, "i");

export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

/** Each with what is kept of it, as `$1`, in front of the mark. */
const PATTERNS: readonly RegExp[] = [
  // A private key or a certificate, also one whose end or beginning was cut off.
  /()-----BEGIN [A-Z0-9 ]{0,40}-----(?:(?!-----END)[\s\S])*(?:-----END [A-Z0-9 ]{0,40}-----)?/g,
  /^()[\s\S]*-----END [A-Z0-9 ]{0,40}-----/g,
  // Access keys and unique ids of IAM, with the name of the session: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
  /()\bA(?:KIA|SIA|IDA|ROA|GPA|IPA|NPA|NVA|BIA|CCA|PKA|SCA)[A-Z0-9]{12,}\b(?::[\w+=,.@-]+)?/g,
  // A JSON Web Token. A run of letters without a point behind it is read once, not from each `eyJ` in it.
  /((?<![\w-])(?=[\w-]+\.[\w-])(?:[\w-]*?\b)??)eyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/g,
  /()\b(?:gh[pousr]_|github_pat_|glpat-|xox[a-z]-|[sr]k_(?:live|test)_|npm_|pypi-|hf_|dop_v1_|dckr_pat_|sq0[a-z]{3}-|sk-)[\w-]{10,}/g,
  /()\b(?:AIza[\w-]{30,}|SG\.[\w-]{16,}\.[\w-]{16,})/g,
  /(hooks\.slack\.com\/services\/)[\w/]+/g,
  // A user with a password, or a token alone, in an address.
  /(\b[a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@"']+(?=@)/gi,
  /([?&](?:X-Amz-(?:Signature|Credential|Security-Token)|Signature|AWSAccessKeyId|sig|code)=)[^&\s"'\\]+/gi,
  /(\b(?:Bearer|Basic)\s+)[\w.~+/=-]{8,}/gi,
  // `password=…`, `"token": "…"`, `--secret …`.
  new RegExp(`((?:${NAMES})[\\w.-]{0,40}\\\\?["']?\\s{0,5}[:=]\\s{0,5}\\\\?["']?)[^\\s"'&,;\\\\]+`, "gi"),
  // `DB_PASS=…`, `STRIPE_KEY: …`: names of variables, which are told from words by how they are written.
  /((?:[a-z\d]_|\bpg)pass\\?["']?\s{0,5}[:=]\s{0,5}\\?["']?)[^\s"'&,;\\]+/gi,
  /(\b[A-Z][A-Z\d_]{0,60}_KEY\\?["']?\s{0,5}[:=]\s{0,5}\\?["']?)[^\s"'&,;\\]+/g,
  // `mysql -uroot -p…`, `sshpass -p …`, `redis-cli -a …`, `docker login -p …`: programs whose option for it is a letter.
  /()(?<=\b(?:mysql|mariadb)[^\r\n|;&]{0,200}\s-p["']?)[^\s"'\\]+/g,
  /()(?<=\b(?:sshpass|mongo|(?:docker|podman|helm)(?:\sregistry)?\slogin)[^\r\n|;&]{0,200}\s-p\s{0,5}["']?)[^\s"'\\]+/g,
  /()(?<=\bredis-cli[^\r\n|;&]{0,200}\s-a\s{1,5}["']?)[^\s"'\\]+/g,
  // "the password is …", where that is no word: "the password is required" stays.
  /(\bpass(?:word|phrase|code)\s{1,5}(?:is|was)\s{0,5}:?\s{0,5}["']?)(?=[^\s"']{0,100}[\d!#$%&*@^_=+])[^\s"'\\]{4,}/gi,
  // Up to a quote: it may take the words in front of another secret with it, so it comes after what is told by them.
  /(\bcookie\\?["']?\s{0,5}[:=]\s{0,5}\\?["']?)[^"'\r\n]+/gi,
  // `curl -u name:…`
  /(\s(?:-u|--user)\s{1,5}["']?[^\s:"']{1,64}:)[^\s"'\\]+/g,
  new RegExp(`(--?[\\w-]{0,40}(?:${NAMES})\\s{1,5}["']?)[^\\s"'\\\\]+`, "gi"),
  // A secret access key has 40 characters of three kinds; the 40 of a commit are of two.
  /()(?<![\w/+=])(?=[a-z0-9/+]{0,39}[A-Z])(?=[A-Z0-9/+]{0,39}[a-z])(?=[A-Za-z/+]{0,39}\d)[A-Za-z0-9/+]{40}(?![\w/+=])/g,
];

/** A text with whatever looks like a key, a password or a token marked; `found` is called with each. */
export function withoutSecrets(text: string, found: (secret: string) => void): string {
  return PATTERNS.reduce(
    (rest, pattern) =>
      rest.replace(pattern, (whole: string, kept: string) => {
        if (whole.slice(kept.length) !== SECRET) found(whole);
        return `${kept}${SECRET}`;
      }),
    text,
  );
}
