package io.demarche.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as its holder has it: {@code dmk_}, ten letters and digits that name it, and 256 random bits. A plain digest
 * keeps it: what is as random as that can't be guessed however fast the digest is.
 */
public final class Secret {

    /** How every key begins, so that it is recognised among other tokens, and by who looks for leaked ones. */
    public static final String PREFIX = "dmk_";

    private static final String ID_LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int ID_LENGTH = 10;
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "([a-z2-7]{10})_[A-Za-z0-9_-]{43}");

    private final String id;
    private final String value;

    private Secret(String id, String value) {
        this.id = id;
        this.value = value;
    }

    /** A new one. */
    public static Secret random(SecureRandom random) {
        StringBuilder id = new StringBuilder(ID_LENGTH);
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String rest = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Secret(id.toString(), PREFIX + id + "_" + rest);
    }

    /** What somebody shows; empty when it does not have the form of a key. */
    public static Optional<Secret> of(String shown) {
        Matcher matcher = FORM.matcher(shown);
        return matcher.matches() ? Optional.of(new Secret(matcher.group(1), shown)) : Optional.empty();
    }

    /** The id of the key. */
    public String id() {
        return id;
    }

    /** The whole key. To be shown once, and never logged. */
    public String value() {
        return value;
    }

    /** What is kept of it: SHA-256 in hexadecimal digits. */
    public String hash() {
        return HexFormat.of().formatHex(digest(value.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Whether this is the key of that hash; takes as long for a wrong one as for the right one. */
    public boolean matches(ApiKey key) {
        byte[] own = hash().getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(own, key.hash().getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Not the key. */
    @Override
    public String toString() {
        return PREFIX + id + "_…";
    }
}
