/** Texts that must not leave, by what takes them out, each as it may stand in an answer. */
export const PLANTED = {
  accounts: [
    "123456789012",
    "the account 210987654321.",
    "arn:aws:sns:eu-west-1:998877665544:deploys",
    "1234-5678-9012",
    "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1.2",
    "logs_123456789012_v2 of acct123456789012",
  ],
  principals: [
    "arn:aws:iam::123456789012:role/CodeDeployServiceRole",
    "User: arn:aws:sts::123456789012:assumed-role/Admin/alice.miller is not authorized",
    "arn:aws-cn:iam::123456789012:user/team/bob",
  ],
  emails: ["alice.miller+ops@example.co.uk", "mailto:Bob_99@corp.example?subject=x"],
  secrets: [
    "AKIAIOSFODNN7EXAMPLE",
    "ASIAQWERTYUIOPASDFGH",
    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    "-----BEGIN RSA PRIVATE KEY-----\n[stderr]MIIEowIBAAKCAQEA7\n[stderr]zqk\n-----END RSA PRIVATE KEY-----",
    "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ",
    "AAAAABG5vbmUAAAAEbm9uZQ\n-----END OPENSSH PRIVATE KEY-----",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
    "token-eyJhbGciOiJub25lIn0.dozjgNryP4J3jVmNHl0w5N",
    "SG.dozjgN-0123456789abcdef.0123456789abcdefABCDEF",
    "AIzadozjgN0123456789abcdefghijklmnopqrs",
    "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
    "xoxb-123456789012-abcdefGHIJKL",
    "https://hooks.slack.com/services/T000/B000/dozjgNryP4J3",
    "postgres://shop:hunter2@db.internal:5432/shop",
    "https://ghtoken123@github.example/acme/shop.git",
    "DB_PASSWORD=hunter2 ./migrate",
    '{"client_secret": "hunter2"}',
    '{\\"apiKey\\":\\"hunter2\\"}',
    "mysql --password hunter2",
    "DB_PASS=hunter2 PGPASS='hunter2' passcode: hunter2",
    "STRIPE_KEY: hunter2",
    "DefaultEndpointsProtocol=https;AccountKey=hunter2==;EndpointSuffix=core",
    "Set-Cookie: session=hunter2; Path=/",
    "curl -u deploy:hunter2 https://registry.example",
    "mysql -h db.internal -u shop -phunter2 shop < dump.sql",
    "mysqldump -p'hunter2' shop && mariadb-dump -phunter2",
    "sshpass -p hunter2 ssh web-07.dc1",
    "redis-cli -h cache -a hunter2 ping",
    "docker login -u deploy -p hunter2 registry.example",
    "mongosh --host db -u shop -p hunter2",
    'The new password is hunter2. The passphrase was: "hunter2"',
    "AROAIOSFODNN7EXAMPLE:alice.miller",
    "dckr_pat_dozjgN0123456789",
    "Authorization: Bearer abcdefgh12345678",
    "https://b.s3.amazonaws.com/k?X-Amz-Credential=AKIDEXAMPLE%2F20261126&X-Amz-Signature=0f1e2d3c",
  ],
  objects: [
    "s3://acme-releases/team/checkout/app.zip",
    "from acme-releases, key team/checkout/app.zip",
    "https://other-releases.s3.eu-west-1.amazonaws.com/team/checkout/app.zip",
    "https://s3.dualstack.eu-west-1.amazonaws.com/other-releases/team/checkout/app.zip?versionId=1",
  ],
  instances: ["i-0a1b2c3d4e5f60718", "mi-0123456789abcdef0", "host ip-10-0-3-17.ec2.internal", "web-07.dc1"],
} as const;

/** What of each must be gone from all that is left, in any of its parts. */
export const GONE =
  /(?<!\d)\d{12}(?!\d)|\d{4}-\d{4}-\d{4}|ServiceRole|alice\.m|team\/bob|Bob_99|@example|@corp|AKIA|ASIA|wJalr|MIIEow|b3Blbn|AAAAABG|dozjgN|ghp_|xoxb|hunter2|ghtoken|abcdefgh1|AKIDEX|0f1e2d|acme-releases|other-releases|team\/checkout|i-0a1b|mi-01|ip-10|web-07/i;

/** Where the bucket, the path and the instance that some of them name have a place of their own. */
export const NAMED = {
  deployment: { revision: { s3Location: { bucket: "acme-releases", key: "team/checkout/app.zip" } } },
  targets: [
    {
      id: "web-07.dc1",
      arn: "arn:aws:codedeploy:eu-west-1:123456789012:instance/web-07.dc1",
      facts: { kind: "instance" },
    },
  ],
};
