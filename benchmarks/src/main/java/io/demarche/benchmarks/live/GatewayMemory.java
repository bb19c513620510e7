package io.demarche.benchmarks.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What memory a process of Linux has. */
final class GatewayMemory {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final int COLLECTIONS = 3;
    private static final long REST_MILLIS = 2_000;

    private final long process;

    GatewayMemory(long process) {
        this.process = process;
    }

    /**
     * What there is, in KiB.
     *
     * @param resident of the whole process
     * @param heap of objects in use
     */
    record Sample(long resident, long heap) {}

    /** Collects garbage first. */
    Sample sample() throws IOException, InterruptedException {
        for (int i = 0; i < COLLECTIONS; i++) {
            Thread.sleep(REST_MILLIS);
            jcmd("GC.run");
        }
        long heap = number(USED, jcmd("GC.heap_info"));
        return new Sample(number(RESIDENT, Files.readString(Path.of("/proc/" + process + "/status"))), heap);
    }

    private String jcmd(String what) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process),
                        what)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException(said);
        }
        return said;
    }

    private static long number(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("no " + pattern + " in " + text);
        }
        return Long.parseLong(matcher.group(1));
    }
}
