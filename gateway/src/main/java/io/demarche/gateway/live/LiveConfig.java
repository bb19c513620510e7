package io.demarche.gateway.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The streams of stances as they come. */
@ConfigMapping(prefix = "demarche.live")
interface LiveConfig {

    /** Most streams at once; 503 beyond. */
    @WithDefault("2000")
    int maxClients();

    /** How many of the last events are kept for those who are behind; who is further behind is caught up from the database. */
    @WithDefault("2000")
    int ring();

    /** How often the analysis service is asked for news while anybody is connected. */
    @WithDefault("500ms")
    Duration poll();

    /** Longest pause between two questions while it does not answer. */
    @WithDefault("10s")
    Duration awayMax();

    /** How often a stream on which nothing happens is written to. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How long a reader may leave what was written unread before it is dropped. */
    @WithDefault("30s")
    Duration patience();

    /** What a client is told to wait before it connects again. */
    @WithDefault("3s")
    Duration retry();

    /** How many clients that were away are caught up at once; the others wait. */
    @WithDefault("16")
    int catchUps();
}
