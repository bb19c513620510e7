package io.demarche.benchmarks;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks with JMH's options. */
public final class Main {
    /** Names another encoder's model file. */
    static final String MODEL = "demarche.model";

    private Main() {}

    /** Runs what the options ask for. */
    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        String model = System.getProperty(MODEL, "");
        ChainedOptionsBuilder options =
                new OptionsBuilder().parent(new CommandLineOptions(args)).jvmArgsAppend("-D" + MODEL + "=" + model);
        new Runner(options.build()).run();
    }
}
