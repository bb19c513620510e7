package io.demarche.gateway.load;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is let in at once. */
@ConfigMapping(prefix = "demarche.load")
interface LoadConfig {

    /** Whether anything is turned away at all. */
    @WithDefault("true")
    boolean enabled();

    /** How many times its usual time, when nobody else asks, a request may take because of others. */
    @WithDefault("1.75")
    double tolerance();

    /** The shortest time after which a limit is set anew. */
    @WithDefault("250ms")
    Duration window();

    /** Reads. */
    Reads reads();

    /** Analyses on the spot. */
    Analyses analyses();

    /** Submissions, extractions and changes. */
    Writes writes();

    /** Streams. */
    Streams streams();

    /** Between what the limit of a class of requests moves. */
    interface Bounds {

        /** However slow they become. */
        int least();

        /** As long as nobody is turned away. */
        int first();

        /** At most. */
        int most();

        /** Nobody is turned away as long as they take no longer than this. */
        Duration unnoticed();
    }

    /** How many reads are let in at once. */
    interface Reads extends Bounds {

        /** However slow they become. */
        @Override
        @WithDefault("4")
        int least();

        /** As long as nobody is turned away. */
        @Override
        @WithDefault("32")
        int first();

        /** At most. */
        @Override
        @WithDefault("200")
        int most();

        /** Nobody is turned away as long as they take no longer than this. */
        @Override
        @WithDefault("10ms")
        Duration unnoticed();
    }

    /** How many analyses on the spot are let in at once. Each takes a processor: few more than those are any use. */
    interface Analyses extends Bounds {

        /** However slow they become. */
        @Override
        @WithDefault("4")
        int least();

        /** As long as nobody is turned away. */
        @Override
        @WithDefault("4")
        int first();

        /** At most. */
        @Override
        @WithDefault("100")
        int most();

        /** Nobody is turned away as long as they take no longer than this. */
        @Override
        @WithDefault("20ms")
        Duration unnoticed();
    }

    /**
     * How many submissions, extractions and changes are let in at once. They take little, or wait for somebody else's
     * page: who sends one would rather wait than come back.
     */
    interface Writes extends Bounds {

        /** However slow they become. */
        @Override
        @WithDefault("64")
        int least();

        /** As long as nobody is turned away. */
        @Override
        @WithDefault("64")
        int first();

        /** At most. */
        @Override
        @WithDefault("500")
        int most();

        /** Nobody is turned away as long as they take no longer than this. */
        @Override
        @WithDefault("100ms")
        Duration unnoticed();
    }

    /** How many streams, batches and live ones together, are let in at once. */
    interface Streams {

        /** At most. */
        @WithDefault("2500")
        int most();
    }
}
