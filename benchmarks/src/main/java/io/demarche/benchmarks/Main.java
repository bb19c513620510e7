package io.demarche.benchmarks;

import io.demarche.engine.data.Table;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks with JMH's options; those of the encoder only where there is one. */
public final class Main {
    /** Names the encoder's model file. */
    static final String MODEL = "demarche.model";

    private static final String BUILT_IN = "pairs.onnx";

    private Main() {}

    /** Runs what the options ask for. */
    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        String model = System.getProperty(MODEL, "");
        ChainedOptionsBuilder options =
                new OptionsBuilder().parent(new CommandLineOptions(args)).jvmArgsAppend("-D" + MODEL + "=" + model);
        if (model.isEmpty() && !Table.exists(BUILT_IN)) {
            System.out.println(
                    "# The encoder is left out: none is built in, and -D" + MODEL + "=FILE names none either.");
            options = options.exclude(EncoderBenchmark.class.getSimpleName());
        }
        new Runner(options.build()).run();
    }
}
