package io.demarche.platform.metrics;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.File;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much room is left where the service keeps its data. */
@Singleton
final class Disk {

    @Produces
    @Singleton
    MeterBinder space(@ConfigProperty(name = "demarche.data", defaultValue = ".demarche") String data) {
        File folder = new File(data).getAbsoluteFile();
        // Before the first start it is not there; its disk is that of the folder above.
        while (!folder.exists() && folder.getParentFile() != null) {
            folder = folder.getParentFile();
        }
        return new DiskSpaceMetrics(folder);
    }
}
