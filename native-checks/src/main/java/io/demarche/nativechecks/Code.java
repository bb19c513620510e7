package io.demarche.nativechecks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What the methods of a class call. */
final class Code {
    private Code() {}

    /**
     * A method.
     *
     * @param owner its class, with dots
     * @param name its name, as in class files
     * @param descriptor its types, as in class files
     */
    record Method(String owner, String name, String descriptor) {
        /** Class and name, without types. */
        String shortly() {
            return owner + "." + name;
        }
    }

    /** For each method of a class what it calls; what it only passes on as a lambda or a method reference counts apart. */
    static Map<Method, Calls> calls(byte[] classFile) {
        Map<Method, Calls> found = new HashMap<>();
        new ClassReader(classFile).accept(new Visitor(found), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return found;
    }

    /**
     * What a method calls.
     *
     * @param direct called by it
     * @param handed given away, to be called by somebody later
     * @param classes names of the classes that it names as values
     */
    record Calls(List<Method> direct, List<Method> handed, List<String> classes) {}

    private static final class Visitor extends ClassVisitor {
        private final Map<Method, Calls> found;
        private String owner = "";

        Visitor(Map<Method, Calls> found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String parent,
                String @Nullable [] interfaces) {
            owner = name.replace('/', '.');
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            Calls calls = new Calls(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            found.put(new Method(owner, name, descriptor), calls);
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitMethodInsn(int opcode, String type, String called, String types, boolean ofInterface) {
                    calls.direct().add(new Method(type.replace('/', '.'), called, types));
                }

                @Override
                public void visitLdcInsn(Object value) {
                    if (value instanceof Type type && type.getSort() == Type.OBJECT) {
                        calls.classes().add(type.getClassName());
                    }
                }

                @Override
                public void visitInvokeDynamicInsn(String called, String types, Handle bootstrap, Object... arguments) {
                    for (Object argument : arguments) {
                        if (argument instanceof Handle handle) {
                            calls.handed()
                                    .add(new Method(
                                            handle.getOwner().replace('/', '.'), handle.getName(), handle.getDesc()));
                        }
                    }
                }
            };
        }
    }
}
